#!/usr/bin/env python3
"""Joins quotes.tsv, which holds offsets alone, with the articles that it is about.

usage: join_quotes.py --raw vietnews-60k.seg.xz < quotes.tsv > quotes.jsonl

Writes one article a line, as ailamgi-train-events reads it. A line of quotes.tsv is described in README.md; offsets are
code points of the title, the lead and the lines of the body, joined by blank lines (train/plain_text.py).
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
        name, *numbers = line.split()
        rows[name].append([int(n) for n in numbers])
for article in plain_text.articles(given.raw, lambda name: name in rows):
    text, _ = plain_text.pasted(article)
    quotes = [{'segment': '', 'start': [start, end],
               'speaker': text[speaker:speaker_end] if speaker >= 0 else '',
               'speaker_at': [speaker, speaker_end] if speaker >= 0 else None,
               'named_at': [named, named_end] if named >= 0 else None}
              for start, end, speech, speaker, speaker_end, named, named_end in rows[article['id']] if speech]
    print(json.dumps({'id': article['id'], 'text': text, 'segments': {}, 'mentions': [], 'quotes': quotes}, ensure_ascii=False))
