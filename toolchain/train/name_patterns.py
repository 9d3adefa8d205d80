#!/usr/bin/env python3
"""Makes annotated sentences for ailamgi-names --silver from name-patterns.txt and the word lists.

usage: name_patterns.py LEXICONS_DIR > SILVER.jsonl      the same bytes every time
"""
import json
import pathlib
import random
import re
import sys

here = pathlib.Path(__file__).parent
lexicons = pathlib.Path(sys.argv[1])
COPIES = 8  # of each pattern


def entries(name):
    lines = (l.split('\t')[0].strip() for l in open(lexicons / f'{name}.txt', encoding='utf-8'))
    return [l for l in lines if l and not l.startswith('#')]


lists = {'company': ('ORG', entries('names-companies')), 'media': ('ORG', entries('names-media')),
         'club': ('ORG', entries('names-clubs')), 'country': ('LOC', entries('countries')),
         'product': ('MISC', entries('names-products'))}
capital = lambda s: s[:1].upper() == s[:1] and s[:1] != s[:1].lower()
for key, (label, items) in lists.items():
    lists[key] = (label, [x for x in items if capital(x)])
given = [x for x in entries('names-foreign-given') if capital(x)]
family, viet_given = entries('names-family'), entries('names-given')
starts = ['Ha', 'Ber', 'Mar', 'Win', 'Col', 'Stra', 'Kow', 'Peter', 'Bal', 'Mo', 'Ros', 'Fi', 'Gor', 'Lin', 'Sed', 'Tak', 'Ya', 'Oli', 'Du', 'Van']
ends = ['ton', 'man', 'sen', 'berg', 'ler', 'ski', 'son', 'etti', 'ard', 'ins', 'mura', 'ov', 'ez', 'ley', 'ner', 'well', 'ive', 'a', 'ker', 'more']
rng = random.Random(7)


def surname():
    return rng.choice(starts) + rng.choice(ends)


def fill(kind):
    if kind == 'foreign':
        return 'PER', rng.choice(given) + ' ' + surname()
    if kind == 'last':
        return 'PER', surname()
    if kind == 'viet':
        middle = [rng.choice(viet_given).title()] if rng.random() < 0.8 else []
        return 'PER', ' '.join([rng.choice(family).title(), *middle, rng.choice(viet_given).title()])
    label, items = lists[kind]
    return label, rng.choice(items)


patterns = [l.strip() for l in open(here / 'name-patterns.txt', encoding='utf-8') if l.strip() and l[0] != '#']
for copy in range(COPIES):
    rng.shuffle(patterns)
    text, mentions = 'Tin trong ngày', []
    for pattern in patterns:
        text += '\n\n'
        for part in re.split(r'(\{\w+\})', pattern):
            if part.startswith('{'):
                label, name = fill(part[1:-1])
                mentions.append({'start': len(text), 'end': len(text) + len(name), 'type': label, 'entity': len(mentions)})
                part = name
            text += part
    print(json.dumps({'id': f'patterns-{copy}', 'text': text, 'segments': {'T': 0}, 'mentions': mentions, 'events': [],
                      'quotes': [], 'roles': [], 'top': []}, ensure_ascii=False))
