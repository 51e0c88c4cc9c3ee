package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a record's value to a flight's state: as the contract has it, with every field bent, and in an envelope. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadBenchmark {

    private static final Headers NO_HEADERS = new RecordHeaders();

    private static final String PLAIN = """
            {"flight":"I768","state":"landing","origin":"Rome","scheduled":"2026-01-01T10:10:00Z",\
            "estimated":"2026-01-01T10:15:00Z","airline":"Air","terminal":"1","gate":"B1","belt":"3",\
            "codeshares":["BA123"]}""";
    private static final String BENT = """
            {"flight":"i 768 ","state":"LANDING","origin":" Rome","scheduled":"2026-01-01 10:10",\
            "estimated":1767262500000,"airline":"Air\\t","terminal":1,"gate":{"name":"B1"},"belt":["3"],\
            "codeshares":"ba 123"}""";

    private final RecordReader reader = new RecordReader(ZoneId.of("Europe/Rome"), 16384, Format.AUTO, FieldNames.OURS);
    private final byte[] plain = PLAIN.getBytes(UTF_8);
    private final byte[] bent = BENT.getBytes(UTF_8);
    private final byte[] enveloped =
            "{\"before\":null,\"after\":%s,\"op\":\"u\"}".formatted(PLAIN).getBytes(UTF_8);

    @Benchmark
    public Reading plain() throws Rejection {
        return reader.read("I768-2026-01-01", plain, NO_HEADERS);
    }

    @Benchmark
    public Reading bent() throws Rejection {
        return reader.read("I768-2026-01-01", bent, NO_HEADERS);
    }

    @Benchmark
    public Reading enveloped() throws Rejection {
        return reader.read("I768-2026-01-01", enveloped, NO_HEADERS);
    }
}
