#include "store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool failed(sqlite3 *db, const char *doing) {
    fprintf(stderr, "数据库 database: %s: %s\n", doing, db ? sqlite3_errmsg(db) : "out of memory");
    return false;
}

bool store_open(const char *path, sqlite3 **db) {
    if (sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        return failed(*db, path);
    }
    sqlite3_busy_timeout(*db, 5000);
    return sqlite3_exec(*db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL) == SQLITE_OK ||
           failed(*db, "foreign keys");
}

/* SQLite writes the JSON of a unit; integers become decimals by their digits, without a float. */
static const char SCHEME[] = "SELECT code, json FROM scheme ORDER BY code LIMIT 1";
static const char UNITS[] =
    "SELECT unit_no, building, building_area, filed_price, json_object("
    "  'unit_no', unit_no, 'building', building, 'stair', stair, 'floor', floor, 'line', line,"
    "  'building_area', printf('%d.%04d', building_area / 10000, building_area % 10000),"
    "  'inside_area', printf('%d.%04d', inside_area / 10000, inside_area % 10000))"
    " FROM unit WHERE scheme = ? ORDER BY building, stair, floor, line";

static char *copy(const unsigned char *text) {
    return text ? sqlite3_mprintf("%s", text) : NULL;
}

/* One row of UNITS: the unit into the batch, its JSON into the list. */
static bool take_unit(sqlite3_stmt *row, Batch *batch, size_t *room, sqlite3_str *list) {
    if (batch->count == *room) {
        size_t more = *room ? *room * 2 : 256;
        Unit *units = realloc(batch->units, more * sizeof *units);
        if (!units) return false;
        batch->units = units;
        *room = more;
    }
    Unit *unit = &batch->units[batch->count];
    *unit = (Unit){
        .unit_no = copy(sqlite3_column_text(row, 0)),
        .building = copy(sqlite3_column_text(row, 1)),
        .area = sqlite3_column_int64(row, 2),
        .filed_price = sqlite3_column_int64(row, 3),
    };
    batch->count++;
    sqlite3_str_appendf(list, batch->count > 1 ? ",%s" : "%s", sqlite3_column_text(row, 4));
    return unit->unit_no && unit->building;
}

static bool read_units(sqlite3 *db, Batch *batch, const char *scheme_json) {
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(db, UNITS, -1, &query, NULL) != SQLITE_OK) return failed(db, "units");
    sqlite3_bind_text(query, 1, batch->scheme, -1, SQLITE_STATIC);
    sqlite3_str *request = sqlite3_str_new(db);
    sqlite3_str_appendf(request, "{\"scheme\":%s,\"units\":[", scheme_json);
    size_t room = 0;
    bool taken = true;
    int step = SQLITE_ROW;
    while (taken && (step = sqlite3_step(query)) == SQLITE_ROW) {
        taken = take_unit(query, batch, &room, request);
    }
    sqlite3_str_appendall(request, "]}");
    batch->request = sqlite3_str_finish(request);
    sqlite3_finalize(query);
    if (step != SQLITE_DONE) return failed(taken ? db : NULL, "units");
    return batch->request || failed(NULL, "units");
}

bool store_read(sqlite3 *db, Batch *batch) {
    sqlite3_stmt *query = NULL;
    if (sqlite3_prepare_v2(db, SCHEME, -1, &query, NULL) != SQLITE_OK) return failed(db, "scheme");
    char *json = NULL;
    int step = sqlite3_step(query);
    if (step == SQLITE_ROW) {
        batch->scheme = copy(sqlite3_column_text(query, 0));
        json = copy(sqlite3_column_text(query, 1));
    }
    sqlite3_finalize(query);
    bool read = false;
    if (step == SQLITE_DONE) {
        fputs("数据库里没有定价方案 the database holds no scheme\n", stderr);
    } else {
        read = batch->scheme && json ? read_units(db, batch, json) : failed(db, "scheme");
    }
    sqlite3_free(json);
    return read;
}

static bool write_rows(sqlite3 *db, const Batch *batch) {
    static const char PUT[] =
        "INSERT INTO price (unit_no, scheme, unit_price, total) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (unit_no) DO UPDATE SET"
        " scheme = excluded.scheme, unit_price = excluded.unit_price, total = excluded.total";
    sqlite3_stmt *put = NULL;
    if (sqlite3_prepare_v2(db, PUT, -1, &put, NULL) != SQLITE_OK) return failed(db, "prices");
    bool written = true;
    for (size_t row = 0; written && row < batch->count; row++) {
        const Unit *unit = &batch->units[row];
        sqlite3_bind_text(put, 1, unit->unit_no, -1, SQLITE_STATIC);
        sqlite3_bind_text(put, 2, batch->scheme, -1, SQLITE_STATIC);
        sqlite3_bind_int64(put, 3, unit->unit_price);
        sqlite3_bind_int64(put, 4, unit->total);
        written = sqlite3_step(put) == SQLITE_DONE || failed(db, unit->unit_no);
        sqlite3_reset(put);
    }
    sqlite3_finalize(put);
    return written;
}

bool store_write(sqlite3 *db, const Batch *batch) {
    if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) {
        return failed(db, "begin");
    }
    bool written = write_rows(db, batch) &&
                   (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK ||
                    failed(db, "commit"));
    if (!written) sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    return written;
}

void store_free(Batch *batch) {
    for (size_t row = 0; row < batch->count; row++) {
        sqlite3_free(batch->units[row].unit_no);
        sqlite3_free(batch->units[row].building);
    }
    free(batch->units);
    sqlite3_free(batch->scheme);
    sqlite3_free(batch->request);
    *batch = (Batch){0};
}
