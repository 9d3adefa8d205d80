#!/usr/bin/env python3
"""Sentences with brackets again, the brackets spelt LBKT and RBKT, as a part of the treebank has them.

usage: other_brackets.py < FILE.conllu > COPIES.conllu
       other_brackets.py --every 10 < FILE.seg > ALL.seg     segmented lines: those of every tenth article changed, all printed
"""
import sys

OTHER = {'(': 'LBKT', ')': 'RBKT'}

def sentences(lines):
    sentence = []
    for l in lines:
        l = l.rstrip('\n')
        if l:
            sentence.append(l.split('\t'))
        elif sentence:
            yield sentence
            sentence = []
    if sentence: yield sentence

if len(sys.argv) > 1:
    every, article = int(sys.argv[2]), 0
    for l in sys.stdin:
        article += l.startswith('# ')
        print(' '.join(OTHER.get(w, w) for w in l.rstrip('\n').split(' ')) if article % every == 0 else l, end='\n' if article % every == 0 else '')
else:
    for s in sentences(sys.stdin):
        rows = [[c[0], OTHER.get(c[1], c[1]), *c[2:]] if len(c) > 1 else c for c in s if c[0][0] != '#']
        if any(c[1] in OTHER.values() for c in rows):
            print('\n'.join('\t'.join(c) for c in rows), end='\n\n')
