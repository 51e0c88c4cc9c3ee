package dev.flightboard.soak;

import dev.flightboard.support.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The replica as the machine that it runs on sees it. */
final class Outside {

    private final Replica replica;
    private final Path process;

    Outside(Replica replica) {
        this.replica = replica;
        process = Path.of("/proc", String.valueOf(replica.pid()));
    }

    Metrics metrics() {
        return Metrics.of(replica.metrics());
    }

    /** Leaves on the heap what is in use, and lets Netty's leak detector find what is not. */
    void collectGarbage() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        int code = new ProcessBuilder(jcmd.toString(), String.valueOf(replica.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) throw new IllegalStateException("jcmd GC.run failed");
    }

    double residentMegabytes() throws IOException {
        return status("VmRSS:") / 1_024;
    }

    double threads() throws IOException {
        return status("Threads:");
    }

    double descriptors() throws IOException {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return open.count();
        }
    }

    Duration cpu() {
        return ProcessHandle.of(replica.pid())
                .orElseThrow()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO);
    }

    private double status(String label) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(each -> each.startsWith(label))
                .mapToDouble(each -> Double.parseDouble(each.split("\\s+")[1]))
                .findFirst()
                .orElseThrow();
    }
}
