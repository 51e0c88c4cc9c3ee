package dev.flightboard.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * One planted fault: in a file of the service, a text that stands there once is another.
 *
 * @param file below the service's package
 * @param seed the simulated run that found it when it was last looked for; the search begins there
 * @param test the class of tests that finds it, below the service's package; empty where the simulation does
 */
record Mutant(String name, String file, long seed, String test, String before, String after) {

    private static final Path SOURCES = Path.of("src/main/java/dev/flightboard");
    private static final Path LIST = Path.of("src/test/resources/mutants.txt");

    /** All that are planted: a block each, of "== name", "file, seed N" or "file, test NAME", "- text" and "+ text in its place". */
    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (String block : read(LIST).split("(?m)^== ")) {
            if (block.isBlank()) continue;
            List<String> lines = block.lines().toList();
            String[] place = lines.get(1).split(", (seed|test) ");
            boolean simulated = lines.get(1).contains(", seed ");
            all.add(new Mutant(
                    lines.get(0),
                    place[0],
                    simulated ? Long.parseLong(place[1]) : 0,
                    simulated ? "" : place[1],
                    marked(lines, '-'),
                    marked(lines, '+')));
        }
        return all;
    }

    private static String marked(List<String> lines, char mark) {
        return String.join(
                "\n",
                lines.stream()
                        .skip(2)
                        .filter(each -> !each.isEmpty() && each.charAt(0) == mark)
                        .map(each -> each.length() == 1 ? "" : each.substring(2))
                        .toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source with the fault in it. */
    String source() {
        String source = unindented(read(SOURCES.resolve(file)));
        int at = source.indexOf(before);
        if (before.isEmpty() || at < 0) throw new IllegalStateException(name + ": " + file + " has not\n" + before);
        if (source.indexOf(before, at + 1) >= 0)
            throw new IllegalStateException(name + ": stands there twice\n" + before);
        return source.substring(0, at) + after + source.substring(at + before.length());
    }

    /** So that a fault's text need not repeat how deep it stands. */
    private static String unindented(String source) {
        return source.lines().map(String::stripLeading).reduce("", (all, line) -> all + line + "\n");
    }

    /** Compiles the service's class with the fault in it. */
    void compileInto(Path folder) throws IOException {
        Path file = folder.resolve("src").resolve(Path.of(this.file).getFileName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        // The processors of the build are not for a single class.
        List<String> options = List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
        int status = compiler.run(null, null, null, options.toArray(String[]::new));
        if (status != 0) throw new IllegalStateException(name + " cannot be compiled:\n" + source());
    }

    @Override
    public String toString() {
        return name;
    }

    static Stream<Mutant> named(String names) {
        return names.equals("all")
                ? all().stream()
                : all().stream().filter(each -> Arrays.asList(names.split(",")).contains(each.name));
    }
}
