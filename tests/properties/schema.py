#!/usr/bin/env python3
"""Checks analyses against the schema: schema.py SCHEMA < analyses.jsonl. Needs python3-jsonschema."""
import json
import sys

import jsonschema

schema = json.load(open(sys.argv[1], encoding='utf-8'))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
count = wrong = 0
for raw in sys.stdin.buffer:
    analysis = json.loads(raw.decode('utf-8', 'strict'))
    count += 1
    if analysis.get('error', {}).get('code') == 'empty':
        continue
    errors = list(validator.iter_errors(analysis))
    if errors:
        wrong += 1
        if wrong <= 10:
            print(f"analysis {analysis.get('id')}: {errors[0].json_path}: {errors[0].message[:200]}")
print(f'{count} analyses, {wrong} not as the schema says')
sys.exit(wrong > 0)
