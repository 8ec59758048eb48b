/* The database of the ERP: reading units, writing prices. */

#ifndef STORE_H
#define STORE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Unit {
    char *unit_no;
    char *building;
    int64_t area;        /* 0.0001 m² */
    int64_t filed_price; /* fen per m² */
    int64_t unit_price;  /* fen per m², once priced */
    int64_t total;       /* fen, once priced */
} Unit;

/* The units of one scheme, and the request that compiles it for them in the same order. */
typedef struct Batch {
    char *scheme;
    char *request;
    Unit *units;
    size_t count;
} Batch;

/* All three tell on stderr what went wrong and return false then. */
bool store_open(const char *path, sqlite3 **db);
bool store_read(sqlite3 *db, Batch *batch);
/* In one transaction: all prices or none. */
bool store_write(sqlite3 *db, const Batch *batch);

void store_free(Batch *batch);

#endif
