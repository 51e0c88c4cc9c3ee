package dev.flightboard;

import dev.flightboard.record.FieldNames;
import dev.flightboard.record.Format;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * Every setting of the service. The environment name of {@code flightboard.stream.window} is
 * {@code FLIGHTBOARD_STREAM_WINDOW}; durations read {@code 10ms}, {@code 5s}, {@code 48h}. A value out of its range stops
 * the start and names the setting.
 */
@ConfigMapping(prefix = "flightboard")
public interface FlightboardConfig {

    /** The compacted topic of flight states. */
    @WithDefault("flight-states")
    // Kafka allows 249 characters; 200 leave room for the suffix of the rejected topic. Kafka takes "." and
    // ".." for folders.
    @Pattern(
            regexp = "(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,200}",
            message = "must be a topic's name, of letters, digits and . _ -")
    String topic();

    /** The zone in which {@code arrival} is derived from {@code scheduled}, and in which pages show every time. */
    @WithDefault("UTC")
    @WithConverter(SettingConverters.ZoneConverter.class)
    ZoneId timeZone();

    String ORIGIN = "https?://[a-zA-Z0-9.-]+(:[1-9][0-9]{0,4})?";

    /** Other origins whose pages may read the board; more than one with commas between. */
    Optional<Set<@Pattern(regexp = ORIGIN, message = "must be an origin, as https://one.example") String>> origins();

    /**
     * Further headers that those pages may send, as {@code Authorization} for a proxy that asks for it; more than one with
     * commas between. Last-Event-ID, If-None-Match and Cache-Control always may.
     */
    Optional<Set<@Pattern(regexp = "[A-Za-z0-9-]{1,64}", message = "must be a header's name") String>> originsHeaders();

    @Valid
    Feed feed();

    @Valid
    Board board();

    @Valid
    Stream stream();

    @Valid
    Connections connections();

    @Valid
    Simulator simulator();

    @Valid
    Broker broker();

    interface Feed {

        /** Whether the service creates its topics where they are missing. */
        @WithDefault("true")
        @WithConverter(SettingConverters.BooleanConverter.class)
        boolean createTopics();

        /** Partitions of a topic that is created: six let six producers' brokers share the load, and fit any cursor. */
        @WithDefault("6")
        @Min(1)
        @Max(1000)
        int partitions();

        /** Replicas of a topic that is created; -1 asks for the cluster's default. */
        @WithDefault("-1")
        @Min(-1)
        @Max(32767)
        short replication();

        /** A longer value is rejected, in bytes: a whole state with every field at its bound has under 4 KiB. */
        @WithDefault("16384")
        @Min(1024)
        @Max(1048576)
        int maxValueBytes();

        /**
         * In what envelope values come, by name, where {@code auto} is not sure enough: {@code plain}, {@code
         * schema-registry}, {@code connect}, {@code debezium} or {@code cloudevents}.
         */
        @WithDefault("auto")
        Format format();

        /** The names that another dialect has for the fields: {@code flight=flightNumber,origin=departure.airport}. */
        Optional<@WithConverter(SettingConverters.FieldNamesConverter.class) FieldNames> fields();

        /** How often Kafka is asked for the topic's identity, partitions and ends: a change is noticed within this time. */
        @WithDefault("1s")
        @DurationMin(millis = 100)
        @DurationMax(seconds = 30)
        Duration watch();

        /** Silence from Kafka, once it was asked, after which browsers are told that the board may be stale. */
        @WithDefault("5s")
        @DurationMin(millis = 500)
        @DurationMax(minutes = 10)
        Duration lostAfter();
    }

    interface Board {

        /** How long a removal can still be told to a returning browser; less than the topic's delete.retention.ms. */
        @WithDefault("1h")
        @DurationMin(seconds = 1)
        @DurationMax(hours = 23)
        Duration tombstoneMemory();

        /** A flight that is older leaves the board: two days are more than any delay, and remove flights that nobody closed. */
        @WithDefault("48h")
        @DurationMin(seconds = 1)
        @DurationMax(days = 366)
        Duration maxAge();
    }

    interface Stream {

        /** How long changes may wait for others, so that several travel in one write: less than people notice. */
        @WithDefault("10ms")
        @DurationMin(millis = 0)
        @DurationMax(seconds = 1)
        Duration window();

        /** Silence on a stream after which a heartbeat is sent: a quarter of the 60 s at which common proxies cut. */
        @WithDefault("15s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 5)
        Duration heartbeat();

        /** Whether browsers that take gzip are sent it: a tenth of the bytes, from one compressor for all. */
        @WithDefault("true")
        @WithConverter(SettingConverters.BooleanConverter.class)
        boolean compression();

        /** How long a subscriber whose cursor is ahead of this replica waits for it before it gets the whole board. */
        @WithDefault("5s")
        @DurationMin(millis = 0)
        @DurationMax(minutes = 1)
        Duration aheadWait();

        /** Streams open at once; beyond, 503. Each is an open file, of which a process has 20,000 on a common machine. */
        @WithDefault("16000")
        @Min(1)
        @Max(1000000)
        int maxSubscribers();

        /**
         * Streams open at once from one client address; beyond, 503. Half of all by default: nobody can take every slot,
         * and a proxy that is not yet named in QUARKUS_HTTP_PROXY_TRUSTED_PROXIES is no outage.
         */
        @WithDefault("8000")
        @Min(1)
        @Max(1000000)
        int maxSubscribersPerAddress();

        /**
         * Distinct filters watched at once; beyond, 503. The whole board is no filter. The hub compares every change with every
         * filter: 50 ns each, 200 for a desk. An airport has 500 screens, and four times as many find room.
         */
        @WithDefault("2000")
        @Min(1)
        @Max(100000)
        int maxViews();

        /** Distinct filters watched at once from one client address; beyond, 503. Half of all, for the same two reasons. */
        @WithDefault("1000")
        @Min(1)
        @Max(100000)
        int maxViewsPerAddress();

        /** Age at which a stream is ended, less up to a fifth: its browser comes back, to whichever replica has fewer. */
        @WithDefault("1h")
        @DurationMin(seconds = 1)
        @DurationMax(days = 7)
        Duration maxAge();

        /** A connection whose socket takes nothing for this long is closed: a tab that sleeps for a moment is not cut. */
        @WithDefault("2m")
        @DurationMin(seconds = 1)
        @DurationMax(hours = 1)
        Duration writeTimeout();

        /**
         * How long the service goes on after SIGTERM, while it ends its streams one after another. Zero on a single machine,
         * where no other replica can take them; in a cluster, so long that the other replicas are not flooded.
         */
        @WithDefault("0s")
        @DurationMin(seconds = 0)
        @DurationMax(minutes = 10)
        Duration drain();

        /** Base of the jittered reconnection time told to browsers; each stream is told 0.5 to 1.5 times this. */
        @WithDefault("2s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 1)
        Duration retry();
    }

    interface Connections {

        /**
         * Connections open at once, streams among them; beyond, the one that has gone longest without a request is closed.
         * As many as the streams and some more: fewer where the process may not open as many files.
         */
        @WithDefault("18000")
        @Min(1)
        @Max(1000000)
        int max();

        /** Time for a whole request to arrive, the first one counted from the connection's start: a slow phone takes seconds. */
        @WithDefault("10s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 5)
        Duration requestTimeout();

        /**
         * How long a connection may wait for its next request: longer than the 60 s for which common balancers keep one
         * that they may use again.
         */
        @WithDefault("65s")
        @DurationMin(millis = 100)
        @DurationMax(minutes = 30)
        Duration idleTimeout();
    }

    interface Simulator {

        enum Mode {
            OFF,
            DEMO,
            RECORDED,
            LOAD
        }

        /** What is published; by default {@code demo} on the embedded broker, else {@code off}. */
        Optional<Mode> mode();

        /** The same seed gives the same day. */
        @WithDefault("1")
        long seed();

        /** The file to replay: the US DOT's On-Time Performance table, CSV. */
        Optional<Path> recording();

        /** IATA code of the airport whose flights are replayed; its clock is taken to be that of the time zone above. */
        Optional<@Pattern(regexp = "[A-Z]{3}") String> airport();

        /** The local date that is replayed: of arrivals as they were scheduled to arrive, of departures to depart. */
        Optional<@WithConverter(SettingConverters.DateConverter.class) LocalDate> date();

        /** Whether the recorded day is laid on today's date; else its own date is shown. */
        @WithDefault("true")
        @WithConverter(SettingConverters.BooleanConverter.class)
        boolean today();

        /** Seconds of the recorded day that pass in one second; at 1, laid on today, it is now as far as the clock. */
        @WithDefault("60")
        @Min(1)
        @Max(100000)
        int speed();

        /** Flights of the load. */
        @WithDefault("1000")
        @Min(1)
        @Max(1000000)
        int flights();

        /** Percent of the load's flights that depart; the others arrive. */
        @WithDefault("50")
        @Min(0)
        @Max(100)
        int departures();

        /** Changes a second of the load. */
        @WithDefault("20")
        @Min(1)
        @Max(100000)
        int rate();
    }

    interface Broker {

        @WithDefault("9092")
        @Min(1)
        @Max(65535)
        int port();

        /** Where the embedded broker keeps its records. */
        @WithDefault("flightboard-kafka")
        Path directory();
    }
}
