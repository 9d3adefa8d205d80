#!/usr/bin/env python3
"""Joins names.tsv, which holds offsets alone, with the articles that it is about.

usage: join_names.py --raw vietnews-60k.seg.xz < names.tsv > names.jsonl

Writes one article a line, as ailamgi-names and ailamgi-train-references read it (text, segments, mentions). A line of
names.tsv: article, begin, end, type, entity (-1 for values).
"""
import json

import tables

for name, text, segments, rows in tables.joined(__doc__):
    mentions = [{'start': int(start), 'end': int(end), 'type': kind, 'entity': None if entity == '-1' else int(entity)}
                for start, end, kind, entity in rows]
    print(json.dumps({'id': name, 'text': text, 'segments': segments, 'mentions': mentions, 'events': [], 'quotes': [],
                      'roles': [], 'top': []}, ensure_ascii=False))
