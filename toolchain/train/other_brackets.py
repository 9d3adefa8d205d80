#!/usr/bin/env python3
"""Sentences with brackets again, the brackets spelt LBKT and RBKT, as a part of the treebank has them.

usage: other_brackets.py FILE.conllu … > COPIES.conllu
"""
import pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / 'parser'))
import data

OTHER = {'(': 'LBKT', ')': 'RBKT'}

for path in sys.argv[1:]:
    for sentence in data.read_conllu(path):
        words = [(OTHER.get(form, form), *rest) for form, *rest in sentence]
        if any(form in OTHER.values() for form, *_ in words):
            for i, (form, tag, head, relation) in enumerate(words, 1):
                print(i, form, '_', tag, '_', '_', head, relation, '_', '_', sep='\t')
            print()
