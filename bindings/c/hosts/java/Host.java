// Runs every vector and a columnar pricing: Host VECTORS THREE-UNITS; Host list names operations.

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class Host {
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("list")) {
            Kaipan.operations().forEach(System.out::println);
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            paths = all.filter(path -> path.toString().endsWith(".json")).collect(Collectors.toList());
        }
        expect(!paths.isEmpty(), "no vectors");
        for (Path path : paths) run(path);
        columns(Files.readString(Path.of(arguments[1])));
        System.out.println("Java: " + paths.size() + " vectors and the columns are right");
    }

    private static void run(Path path) throws Exception {
        String file = Json.compact(Files.readString(path));
        String operation = Json.unquote(Json.field(file, "operation"));
        String request = Json.field(file, "request");
        if (request == null) request = Json.unquote(Json.field(file, "request_text"));
        String expected = Json.field(file, "response");
        if (expected == null) expected = "{\"error\":" + Json.field(file, "error") + "}";
        String found;
        try {
            found = Kaipan.call(operation, request);
        } catch (Kaipan.Refused refused) {
            found = refused.json;
        }
        expect(found.equals(expected), path + "\n    expected " + expected + "\n    found    " + found);
    }

    private static void columns(String request) throws Exception {
        long[][] prices = Kaipan.price(request);
        expect(Arrays.equals(prices[0], new long[] {1000000, 1010000, 1000000}), "unit prices");
        expect(Arrays.equals(prices[1], new long[] {89500000, 121503000, 89500000}), "totals");
        try {
            Kaipan.price("{\"scheme\":{\"code\":\"A\"},\"units\":[]}");
            expect(false, "a scheme without a base price was not refused");
        } catch (Kaipan.Refused refused) {
            expect(refused.code.equals("pricing.no_base"), refused.code);
            expect(refused.path.equals("/scheme/base_price"), refused.path);
        }
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) throw new AssertionError(otherwise);
    }

    private Host() {}
}
