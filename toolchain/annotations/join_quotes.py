#!/usr/bin/env python3
"""Joins quotes.tsv, which holds offsets alone, with the articles that it is about.

usage: join_quotes.py --raw vietnews-60k.seg.xz < quotes.tsv > quotes.jsonl

Writes one article a line, as ailamgi-train-events reads it. A line of quotes.tsv is described in README.md.
"""
import json

import tables

for name, text, _, rows in tables.joined(__doc__):
    quotes = [{'segment': '', 'start': [start, end],
               'speaker': text[speaker:speaker_end] if speaker >= 0 else '',
               'speaker_at': [speaker, speaker_end] if speaker >= 0 else None,
               'named_at': [named, named_end] if named >= 0 else None}
              for start, end, speech, speaker, speaker_end, named, named_end in (map(int, row) for row in rows) if speech]
    print(json.dumps({'id': name, 'text': text, 'segments': {}, 'mentions': [], 'quotes': quotes}, ensure_ascii=False))
