#!/usr/bin/env python3
"""Joins names.tsv, which holds offsets alone, with the articles that it is about.

usage: join_names.py --raw vietnews-60k.seg.xz < names.tsv > names.jsonl

Writes one article a line, as ailamgi-names and ailamgi-train-references read it (text, segments, mentions). A line of
names.tsv: article, begin, end, type, entity (-1 for values); offsets are code points of the title, the lead and the lines
of the body, joined by blank lines (train/plain_text.py).
"""
import argparse
import collections
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'train'))
import plain_text

arguments = argparse.ArgumentParser(usage=__doc__)
arguments.add_argument('--raw', required=True)
given = arguments.parse_args()
rows = collections.defaultdict(list)
for line in sys.stdin:
    if line.strip() and line[0] != '#':
        name, start, end, kind, entity = line.split()
        rows[name].append({'start': int(start), 'end': int(end), 'type': kind, 'entity': None if entity == '-1' else int(entity)})
for article in plain_text.articles(given.raw, lambda name: name in rows):
    text, segments = plain_text.pasted(article)
    print(json.dumps({'id': article['id'], 'text': text, 'segments': segments, 'mentions': rows[article['id']], 'events': [],
                      'quotes': [], 'roles': [], 'top': []}, ensure_ascii=False))
