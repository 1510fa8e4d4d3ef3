/// The contract in JSON Schema's own words (draft 2020-12), as `pullquote annotate --schema` prints it.
public enum JSONSchema {
    /// A line of `pullquote annotate`: an annotated article, or what was wrong with a record.
    public static let annotatedArticle = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:pullquote:annotated-article:1",
          "title": "A line of pullquote annotate",
          "description": "One line for each record, in order. Offsets are Unicode code points, end exclusive.",
          "oneOf": [{"$ref": "#/$defs/article"}, {"$ref": "#/$defs/error"}],
          "$defs": {
            "article": {
              "description": "An annotated article.",
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "title", "date", "source", "url", "lang", "blocks", "entities", "actors", "quotes", "made_by"],
              "properties": {
                "id": {"description": "The record's id, of any type, as it came; for a file its path as given."},
                "title": {"description": "The record's title, or the one that stands in the text.", "type": ["string", "null"]},
                "date": {"description": "As the record gives it.", "type": ["string", "null"]},
                "source": {"description": "The outlet.", "type": ["string", "null"]},
                "url": {"type": ["string", "null"]},
                "lang": {"description": "The text's language, a BCP 47 code.", "type": "string", "minLength": 2},
                "text": {"description": "The text as read, code point for code point; absent with --no-text.", "type": "string"},
                "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
                "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
                "actors": {"type": "array", "items": {"$ref": "#/$defs/actor"}},
                "quotes": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
                "made_by": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["program", "model", "schema"],
                  "properties": {
                    "program": {"type": "string"},
                    "model": {"type": "string"},
                    "schema": {"const": 1}
                  }
                }
              }
            },
            "error": {
              "description": "In the place of a record that could not be read.",
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "line", "error"],
              "properties": {
                "id": {"description": "The record's id, where one was found; a file's path."},
                "line": {"description": "The record's line in its input, from 1.", "type": "integer", "minimum": 1},
                "error": {"type": "string", "minLength": 1}
              }
            },
            "offset": {"type": "integer", "minimum": 0},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "actorId": {"description": "The id of one of the line's actors.", "type": "string", "pattern": "^a[0-9]+$"},
            "span": {
              "description": "Start and end.",
              "type": "array",
              "prefixItems": [{"$ref": "#/$defs/offset"}, {"$ref": "#/$defs/offset"}],
              "items": false,
              "minItems": 2
            },
            "block": {
              "description": "A part of the text, without white space at its ends.",
              "type": "object",
              "additionalProperties": false,
              "required": ["start", "end", "kind"],
              "properties": {
                "start": {"$ref": "#/$defs/offset"},
                "end": {"$ref": "#/$defs/offset"},
                "kind": {"enum": ["title", "heading", "paragraph", "listItem", "caption", "tags", "boilerplate"]}
              }
            },
            "entity": {
              "description": "A place in the text where something is named.",
              "type": "object",
              "additionalProperties": false,
              "required": ["start", "end", "type", "text", "entity"],
              "properties": {
                "start": {"$ref": "#/$defs/offset"},
                "end": {"$ref": "#/$defs/offset"},
                "type": {
                  "enum": [
                    "PERSON", "ORG", "LOC", "FACILITY", "NORP", "PRODUCT", "EVENT", "WORK", "MISC", "DATE", "MONEY", "PERCENT"
                  ]
                },
                "text": {"description": "The words from start to end.", "type": "string"},
                "entity": {"description": "Who or what is named.", "oneOf": [{"$ref": "#/$defs/actorId"}, {"type": "null"}]}
              }
            },
            "actor": {
              "description": "A person, organisation or place that the article names, under all its spellings.",
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "kind", "name", "aliases"],
              "properties": {
                "id": {"$ref": "#/$defs/actorId"},
                "kind": {"enum": ["person", "body"]},
                "name": {"description": "The longest proper name, without titles and roles.", "type": "string"},
                "aliases": {"description": "All spellings, the name among them.", "type": "array", "items": {"type": "string"}}
              }
            },
            "quote": {
              "description": "What somebody said or thought: one cue's uninterrupted turn, without the cue and the speaker.",
              "type": "object",
              "additionalProperties": false,
              "required": [
                "spans", "type", "act", "in", "text", "cue", "speaker_span", "speaker_name", "speaker", "confidence",
                "speaker_confidence", "because"
              ],
              "properties": {
                "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}, "minItems": 1},
                "type": {"description": "All words between quotation marks, some or none.", "enum": ["direct", "mixed", "indirect"]},
                "act": {"enum": ["speech", "thought"]},
                "in": {"description": "Which string all offsets of the quote count in.", "enum": ["text", "title"]},
                "text": {"description": "The spans' words as they stand, joined by \" … \".", "type": "string"},
                "cue": {"description": "The words that introduce it.", "type": "array", "items": {"$ref": "#/$defs/span"}},
                "speaker_span": {
                  "description": "The words that name or stand for whoever speaks.",
                  "type": "array",
                  "items": {"$ref": "#/$defs/span"}
                },
                "speaker_name": {
                  "description": "The speaker's longest proper name in the article; null where it never names them.",
                  "type": ["string", "null"]
                },
                "speaker": {"oneOf": [{"$ref": "#/$defs/actorId"}, {"type": "null"}]},
                "confidence": {"$ref": "#/$defs/confidence"},
                "speaker_confidence": {"$ref": "#/$defs/confidence"},
                "because": {"description": "Why this speaker, in short words.", "type": "array", "items": {"type": "string"}}
              }
            }
          }
        }
        """#
}
