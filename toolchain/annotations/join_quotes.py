#!/usr/bin/env python3
"""Join quotes.tsv, which holds offsets alone, with the articles that it is about.

usage: join_quotes.py --raw vietnews-60k.seg.xz --annotations quotes.tsv --out quotes.jsonl

Writes one article a line, as ailamgi-train-events reads it. The articles are VietNews' (words joined by "_"); title, lead
and body are turned back into plain text and joined by blank lines, and the offsets are code points of that text.
"""
import argparse
import collections
import json
import lzma
import re
import unicodedata

CLOSING = set(")]}”’»%,.;:?!…") | {"...", ".."}
OPENING = set("([{“‘«")


def plain(line):
    """A line without the blanks and underscores that a segmenter put in."""
    out, quoted, glue = "", None, True
    for token in unicodedata.normalize("NFC", line).replace("\u200b", "").split():
        token = token.replace("_", " ")
        blank = "" if not out or glue else " "
        if token in "\"'":
            closes = quoted == token
            out += token if closes else blank + token
            quoted = None if closes else token
            glue = not closes
        elif token in CLOSING:
            out += token
            glue = False
        elif token == "/":
            out += token
            glue = True
        else:
            out += blank + token
            glue = token in OPENING
    return re.sub(r"\s+", " ", out).strip()


def text_of(lines):
    """Title, lead and body; captions, the fourth block, are left out."""
    blocks = "\n".join(lines).strip("\n").split("\n\n")[:3]
    parts = []
    for i, block in enumerate(blocks):
        found = [plain(line) for line in block.split("\n") if line.strip()]
        parts += [" ".join(found)] if i < 2 else found
    return "\n\n".join(part for part in parts if part)


def articles(path, wanted):
    name, lines = None, []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# "):
                if name in wanted:
                    yield name, text_of(lines)
                name, lines = line[2:].strip(), []
            else:
                lines.append(line)
    if name in wanted:
        yield name, text_of(lines)


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    for option in ("--raw", "--annotations", "--out"):
        arguments.add_argument(option, required=True)
    given = arguments.parse_args()
    rows = collections.defaultdict(list)
    with open(given.annotations, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                name, *numbers = line.split()
                rows[name].append([int(n) for n in numbers])
    with open(given.out, "w", encoding="utf-8") as out:
        for name, text in articles(given.raw, rows):
            quotes = []
            for start, end, speech, speaker, speaker_end, named, named_end in rows[name]:
                if speech:
                    quotes.append(
                        {
                            "segment": "",
                            "start": [start, end],
                            "speaker": text[speaker:speaker_end] if speaker >= 0 else "",
                            "speaker_at": [speaker, speaker_end] if speaker >= 0 else None,
                            "named_at": [named, named_end] if named >= 0 else None,
                        }
                    )
            article = {"id": name, "text": text, "segments": {}, "mentions": [], "quotes": quotes}
            out.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
