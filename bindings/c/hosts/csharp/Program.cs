// Runs every vector and a columnar pricing: host.exe VECTORS THREE-UNITS; host.exe list names operations.

using System;
using System.IO;

static class Program
{
    static int Main(string[] arguments)
    {
        if (arguments[0] == "list")
        {
            foreach (string name in Kaipan.Operations()) Console.WriteLine(name);
            return 0;
        }
        string[] paths = Directory.GetFiles(arguments[0], "*.json", SearchOption.AllDirectories);
        if (paths.Length == 0) throw new Exception("no vectors");
        foreach (string path in paths) Run(path);
        Columns(File.ReadAllText(arguments[1]));
        Console.WriteLine("C#: {0} vectors and the columns are right", paths.Length);
        return 0;
    }

    static void Run(string path)
    {
        string file = Json.Compact(File.ReadAllText(path));
        string operation = Json.Unquote(Json.Field(file, "operation"));
        string request = Json.Field(file, "request") ?? Json.Unquote(Json.Field(file, "request_text"));
        string expected = Json.Field(file, "response") ?? "{\"error\":" + Json.Field(file, "error") + "}";
        string found;
        try { found = Kaipan.Call(operation, request); }
        catch (KaipanException refused) { found = refused.Json; }
        if (!string.Equals(found, expected, StringComparison.Ordinal))
            throw new Exception(path + "\n    expected " + expected + "\n    found    " + found);
    }

    static void Columns(string request)
    {
        long[] units, totals;
        Kaipan.Price(request, out units, out totals);
        if (string.Join(",", units) != "1000000,1010000,1000000" || string.Join(",", totals) != "89500000,121503000,89500000")
            throw new Exception("columns: " + string.Join(",", units) + " " + string.Join(",", totals));
        try { Kaipan.Price("{\"scheme\":{\"code\":\"A\"},\"units\":[]}", out units, out totals); }
        catch (KaipanException refused)
        {
            if (refused.Code == "pricing.no_base" && refused.Path == "/scheme/base_price") return;
            throw;
        }
        throw new Exception("a scheme without a base price was not refused");
    }
}
