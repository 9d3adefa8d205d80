"""Articles of a word-segmented collection (NAME.seg.xz) as plain text, the way a reader would paste them.

A line "# ID" begins an article: title, blank line, lead, blank line, body lines, blank line, captions. Syllables of a
word are joined by "_", marks stand apart.

usage: plain_text.py --raw NAME.seg.xz [--leave-out IDS.txt …] [--articles N] [--also TABLE.tsv]
One JSON object of each article to stdout: of the first N, and of those that the first column of TABLE names.
"""
import argparse
import itertools
import json
import lzma
import pathlib
import re
import sys
import unicodedata

CLOSING = set(')]}”’»%,.;:?!…') | {'...', '..'}
OPENING = set('([{“‘«')


def plain(line):
    """A line of words and marks with blanks where print has them; straight quotation marks open and close in turn."""
    text, opened, glued = '', None, True
    for token in unicodedata.normalize('NFC', line).replace('\u200b', '').split():
        word = token.replace('_', ' ')
        closes = word in CLOSING or word == '/' or word == opened
        text += word if closes or glued else ' ' + word
        glued = word in OPENING or word == '/' or (word in ('"', "'") and word != opened)
        if word in ('"', "'"):
            opened = None if word == opened else word
    return re.sub(r'\s+', ' ', text).strip()


def parse(name, text):
    blocks = [[plain(l) for l in b.split('\n') if l.strip()] for b in text.strip('\n').split('\n\n')]
    if len(blocks) < 3:
        return None
    return {'id': name, 'title': ' '.join(blocks[0]), 'lead': ' '.join(blocks[1]), 'body': blocks[2]}


def articles(path, wanted=lambda name: True):
    """Each wanted article with a title, a lead and a body: a dict of id, title, lead, body (a list of paragraphs)."""
    name, lines = None, []
    with lzma.open(path, 'rt', encoding='utf-8') as file:
        for line in itertools.chain(file, ['# ']):
            if not line.startswith('# '):
                if name is not None:
                    lines.append(line)
                continue
            found = parse(name, ''.join(lines)) if name is not None else None
            if found:
                yield found
            name, lines = line[2:].strip(), []
            if not wanted(name):
                name = None


def pasted(article):
    """Title, lead and paragraphs joined by blank lines, and where each begins: T, A, S1, S2 … as annotated articles name them."""
    text, segments = '', {}
    parts = [('T', article['title']), ('A', article['lead'])] + [(f'S{i}', s) for i, s in enumerate(article['body'], 1)]
    for name, part in parts:
        if part:
            text += '\n\n' if text else ''
            segments[name] = len(text)
            text += part
    return text, segments


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument('--raw', required=True)
    args.add_argument('--leave-out', nargs='*', default=[], type=pathlib.Path)
    args.add_argument('--articles', type=int, default=sys.maxsize)
    args.add_argument('--also', type=pathlib.Path)
    args = args.parse_args()
    skip = {name for path in args.leave_out for name in path.read_text().split()}
    also = {line.split()[0] for line in args.also.read_text().splitlines()} if args.also else set()
    for n, article in enumerate(articles(args.raw, lambda name: name not in skip)):
        if n < args.articles or article['id'] in also:
            print(json.dumps(article, ensure_ascii=False))
        elif not also:
            break


if __name__ == '__main__':
    sys.exit(main())
