package dev.flightboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM of its own, with what Linux says of it. Its output is kept in {@code target/bench}. */
final class Jvm implements AutoCloseable {

    // USER_HZ: the unit of /proc/PID/stat on every Linux that runs Java.
    static final long MICROS_PER_TICK = 10_000;

    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Pattern COMPILER = Pattern.compile("^C[12] Compiler");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final Process process;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param home of the Java that runs it */
    static Jvm start(String name, String home, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path log = Path.of("target", "bench", name + "-" + STARTED.incrementAndGet() + ".log");
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>();
        command.add(Path.of(home, "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // What the machine sets for a service of its own is not meant for this one.
        builder.environment().keySet().removeIf(key -> key.matches("(KAFKA|FLIGHTBOARD|QUARKUS)_.*"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Jvm(process, log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** User and system time used so far, in µs; a tick is 10,000 of them. */
    long cpuMicros() throws IOException {
        return cpuMicros(String.valueOf(process.pid()));
    }

    static long ownCpuMicros() throws IOException {
        return cpuMicros("self");
    }

    /** What of it the just-in-time compilers used. */
    long compilerMicros() throws IOException {
        return compilerMicros(String.valueOf(process.pid()));
    }

    static long ownCompilerMicros() throws IOException {
        return compilerMicros("self");
    }

    private static long compilerMicros(String pid) throws IOException {
        long micros = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", pid, "task"))) {
            for (Path thread : threads) {
                try {
                    if (COMPILER.matcher(Files.readString(thread.resolve("comm")))
                            .find()) {
                        micros += micros(thread.resolve("stat"));
                    }
                } catch (NoSuchFileException ended) {
                    // Its time is small, and a thread that has ended compiles nothing.
                }
            }
        }
        return micros;
    }

    private static long cpuMicros(String pid) throws IOException {
        return micros(Path.of("/proc", pid, "stat"));
    }

    private static long micros(Path file) throws IOException {
        String stat = Files.readString(file);
        // The name, in parentheses, may hold spaces; utime and stime are the 12th and 13th field after it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
    }

    /** Resident memory, in KiB. */
    long residentKib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", ""));
        }
        throw new IOException("process " + process.pid() + " has no VmRSS");
    }

    /** What of the heap is in use after a full collection, in KiB. */
    long liveHeapKib() throws Exception {
        jcmd("GC.run");
        return jcmd("GC.heap_info")
                .lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .map(USED::matcher)
                .filter(Matcher::find)
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }

    private String jcmd(String command) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) throw new IOException("jcmd " + command + " failed: " + answer);
        return answer;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
