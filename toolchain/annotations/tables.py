"""Tables of offsets, and the articles that they are about.

A row is the name of an article and what the table says of it, between blanks; a line that begins with # is a remark.
Offsets are code points of the title, the lead and the lines of the body, joined by blank lines (train/plain_text.py).
"""
import argparse
import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'train'))
import plain_text


def joined(usage):
    """Joins the table on stdin with the collection that --raw names: each article's name, text, segments and rows."""
    arguments = argparse.ArgumentParser(usage=usage)
    arguments.add_argument('--raw', required=True)
    given = arguments.parse_args()
    rows = collections.defaultdict(list)
    for line in sys.stdin:
        if line.strip() and line[0] != '#':
            name, *row = line.split()
            rows[name].append(row)
    for article in plain_text.articles(given.raw, lambda name: name in rows):
        yield article['id'], *plain_text.pasted(article), rows[article['id']]
