package dev.flightboard.system;

import dev.flightboard.support.FreePort;
import dev.flightboard.support.Replica;
import dev.flightboard.support.TemporaryDirectory;
import dev.flightboard.support.Wait;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real load balancer, as a process, in front of replicas. */
public abstract class Gateway implements AutoCloseable {

    final int port = FreePort.next();
    final TemporaryDirectory directory = new TemporaryDirectory();
    private final String program;
    private Process process;

    Gateway(String program) {
        this.program = program;
    }

    public static Gateway nginx() {
        return new Nginx(false);
    }

    /** With nginx' own compression on, for event streams too. */
    static Gateway compressingNginx() {
        return new Nginx(false) {
            @Override
            String configuration(List<Replica> replicas) throws IOException {
                return super.configuration(replicas)
                        .replace(
                                "access_log off;",
                                "access_log off; gzip on; gzip_types text/event-stream; gzip_proxied any;");
            }
        };
    }

    /** To the browser by TLS and HTTP/2, as Compose's profile https has it. */
    static Gateway https() {
        return new Nginx(true);
    }

    /** With replicas of which every other request is answered as by one of another version, with other files. */
    static Gateway amidAnUpdate() {
        return new AmidAnUpdate();
    }

    static Gateway haproxy() {
        return new Haproxy();
    }

    abstract String configuration(List<Replica> replicas) throws IOException;

    abstract List<String> command(Path configuration);

    public int port() {
        return port;
    }

    /** Skips the test, and says so, where the program is missing. */
    public void assumeInstalled() {
        Path executable = Path.of("/usr/sbin", program);
        Assumptions.assumeTrue(Files.isExecutable(executable), program + " is not on this machine");
    }

    public void start(List<Replica> replicas) throws IOException {
        assumeInstalled();
        process = new ProcessBuilder(command(write(replicas)))
                .redirectErrorStream(true)
                .redirectOutput(directory.path().resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Wait.until(program + "'s start", this::accepts);
    }

    /** Takes these for all new requests; those under way stay where they are. */
    void use(List<Replica> replicas) throws Exception {
        write(replicas);
        // Both understand it as: read the configuration again.
        signal(program.equals("nginx") ? "-HUP" : "-USR2", process.toHandle());
    }

    /** SIGSTOP: alive, its port open, and silent. */
    public void freeze() throws Exception {
        for (ProcessHandle each : processes()) signal("-STOP", each);
    }

    public void thaw() throws Exception {
        for (ProcessHandle each : processes()) signal("-CONT", each);
    }

    // Its master and the workers of it.
    private List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private static void signal(String signal, ProcessHandle to) throws Exception {
        new ProcessBuilder("kill", signal, String.valueOf(to.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private Path write(List<Replica> replicas) throws IOException {
        return Files.writeString(directory.path().resolve("configuration"), configuration(replicas));
    }

    private boolean accepts() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: every connection ends, cut anywhere. */
    public void kill() {
        if (process == null) return;
        List<ProcessHandle> workers = process.descendants().toList();
        // First, or it would start a worker anew.
        process.destroyForcibly().onExit().join();
        workers.forEach(each -> each.destroyForcibly());
        workers.forEach(each -> each.onExit().join());
    }

    @Override
    public void close() {
        kill();
        directory.close();
    }
}
