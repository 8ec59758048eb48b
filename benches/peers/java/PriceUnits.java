// Prices homes unit-first with BigDecimal.  java -XX:+UseParallelGC PriceUnits.java DIR [ROUNDS]
// The collector is half the time here: with the default G1 (or Serial) the same loop was measured
// about twice as slow, so the flag gives Java its best.
import java.io.BufferedReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class PriceUnits {
    static BigDecimal base;
    static BigDecimal[] floor, line, view;
    static int n;
    static int[] floorCode, lineCode, viewCode;
    static BigDecimal[] area, unitPrice, totalPrice;
    static BigDecimal unitSum, totalSum;

    static void price() {
        unitPrice = new BigDecimal[n];
        totalPrice = new BigDecimal[n];
        BigDecimal units = BigDecimal.ZERO, totals = BigDecimal.ZERO;
        for (int i = 0; i < n; i++) {
            BigDecimal unit = base.multiply(floor[floorCode[i]])
                    .multiply(line[lineCode[i]])
                    .multiply(view[viewCode[i]])
                    .setScale(0, RoundingMode.HALF_UP);
            BigDecimal total = unit.multiply(area[i]).setScale(0, RoundingMode.HALF_UP);
            unitPrice[i] = unit;
            totalPrice[i] = total;
            units = units.add(unit);
            totals = totals.add(total);
        }
        unitSum = units;
        totalSum = totals;
    }

    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        load(dir);

        price(); // let the JIT compile the loop before it is timed
        double best = Double.MAX_VALUE;
        for (int r = 0; r < rounds; r++) {
            unitPrice = totalPrice = null;
            System.gc(); // the last round's results are not this round's garbage
            long start = System.nanoTime();
            price();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf(java.util.Locale.ROOT,
                "{\"peer\":\"java-bigdecimal\",\"version\":\"%s %s\",\"units\":%d,\"seconds\":%.6f,"
                        + "\"unit_sum\":\"%s\",\"total_sum\":\"%s\"}%n",
                System.getProperty("java.vm.name"), Runtime.version(), n, best,
                unitSum.toPlainString(), totalSum.toPlainString());
    }

    static void load(Path dir) throws Exception {
        // The file is one flat object of strings and arrays of strings, and the JDK has no JSON.
        String json = Files.readString(dir.resolve("scheme.json"));
        base = new BigDecimal(find(json, "\"base\"\\s*:\\s*\"([^\"]+)\""));
        floor = coefficients(json, "floor");
        line = coefficients(json, "line");
        view = coefficients(json, "view");
        n = Integer.parseInt(find(json, "\"units\"\\s*:\\s*(\\d+)"));
        floorCode = new int[n];
        lineCode = new int[n];
        viewCode = new int[n];
        area = new BigDecimal[n];
        try (BufferedReader in = Files.newBufferedReader(dir.resolve("units.csv"))) {
            for (int i = 0; i < n; i++) {
                String[] cell = in.readLine().split(",");
                floorCode[i] = Integer.parseInt(cell[0]);
                lineCode[i] = Integer.parseInt(cell[1]);
                viewCode[i] = Integer.parseInt(cell[2]);
                area[i] = new BigDecimal(cell[3]);
            }
            if (in.readLine() != null) throw new IllegalArgumentException("more homes than scheme.json says");
        }
    }

    static BigDecimal[] coefficients(String json, String name) {
        String list = find(json, "\"" + name + "\"\\s*:\\s*\\[([^\\]]*)\\]");
        return Arrays.stream(list.split(","))
                .map(s -> new BigDecimal(s.replace("\"", "").strip()))
                .toArray(BigDecimal[]::new);
    }

    static String find(String json, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(json);
        if (!m.find()) throw new IllegalArgumentException("scheme.json: no " + pattern);
        return m.group(1);
    }
}
