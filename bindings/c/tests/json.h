/* JSON as text: cut into its parts without reading a number or a string, so that bytes survive.
 * For well-formed text that the project wrote itself. */

#ifndef JSON_H
#define JSON_H

#include "check.h"
#include <stdbool.h>
#include <stdint.h>

/* Without any space between the parts. */
Text json_compact(const char *text);

/* The value of a field of an object in compact text; its start is NULL if there is none. */
Text json_field(const char *object, const char *name);

/* The next item of a list in compact text, or the first if `after` is NULL; its start is NULL past
 * the last. `*after` moves on. */
Text json_item(const char *list, const char **after);

/* A field of money, "1499918.00", in fen. */
int64_t json_fen(const char *object, const char *name);

/* The text behind a string with its quotes. */
Text json_string(const char *quoted);

/* A text as a string with quotes and escapes. */
Text json_quoted(const char *text);

#endif
