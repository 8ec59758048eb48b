#include "report.h"
#include <stdio.h>
#include <string.h>

/* Columns that a text takes on a terminal: Chinese characters take two. */
static int width(const char *text) {
    int columns = 0;
    for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
        if ((*at & 0xC0) != 0x80) columns += *at >= 0xE3 && *at <= 0xEF ? 2 : 1;
    }
    return columns;
}

static void left(const char *text, int columns) {
    printf("%s%*s", text, columns > width(text) ? columns - width(text) : 0, "");
}

static void right(const char *text, int columns) {
    printf("%*s%s", columns > width(text) ? columns - width(text) : 0, "", text);
}

/* Hundredths with grouped digits: 2,134,261,664.00 */
static const char *grouped(int64_t hundredths, char *out) {
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%lld", (long long)(hundredths / 100));
    char *end = out;
    for (int at = 0; at < len; at++) {
        *end++ = digits[at];
        if ((len - at) % 3 == 1 && at + 1 < len) *end++ = ',';
    }
    sprintf(end, ".%02d", (int)(hundredths % 100));
    return out;
}

static void line(const char *name, size_t units, int64_t area, int64_t total) {
    char text[48];
    left(name, 18);
    snprintf(text, sizeof text, "%zu", units);
    right(text, 10);
    right(grouped(area / 100, text), 16);
    /* fen per 0.0001 m², half up to the fen per m²; for display only. */
    right(grouped(area ? (total * 10000 + area / 2) / area : 0, text), 18);
    right(grouped(total, text), 22);
    putchar('\n');
}

void report(const Batch *batch, const KpColumnTotals *sums) {
    left("楼栋 Building", 18);
    right("套数 Units", 10);
    right("面积 Area m²", 16);
    right("均价 Average", 18);
    right("总价 Total yuan", 22);
    putchar('\n');
    size_t as_filed = 0;
    for (size_t from = 0, to; from < batch->count; from = to) {
        int64_t area = 0, total = 0;
        for (to = from; to < batch->count; to++) {
            const Unit *unit = &batch->units[to];
            if (strcmp(unit->building, batch->units[from].building) != 0) break;
            area += unit->area;
            total += unit->total;
            as_filed += unit->unit_price == unit->filed_price;
        }
        line(batch->units[from].building, to - from, area, total);
    }
    line("合计 All", (size_t)sums->units, sums->area, sums->total);
    printf("与备案价一分不差 As filed, to the fen: %zu / %zu\n", as_filed, batch->count);
}
