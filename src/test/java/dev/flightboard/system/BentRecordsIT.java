package dev.flightboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flightboard.support.TestKafka;
import dev.flightboard.support.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Records as people send them, and 10,000 good ones between 10,000 bad ones, in the topic of one service. */
class BentRecordsIT {

    private static final int EACH = 10_000;
    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start("FLIGHTBOARD_TIME_ZONE=Europe/Rome");
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void aFlightInAnotherFormIsShownAndWhatWasBentIsCountedAndToldOnce() {
        service.kafka.send(
                service.topic,
                "B1",
                "{\"flight\":\"fr 7157\",\"state\":\"GATE_CLOSED\",\"belt\":[7],"
                        + "\"scheduled\":\"2026-11-27 11:05\",\"gate\":{\"name\":\"B7\\u001b\"}}");
        service.kafka.send(service.topic, "B2", "{\"flight\":\"B2\",\"state\":\"landing\",\"gate\":{\"name\":\"B8\"}}");
        Wait.until("both flights", () -> service.replica.get("/flights/B2").statusCode() == 200);

        assertThat(service.replica.get("/flights/B1").body())
                .isEqualTo("{\"id\":\"B1\",\"flight\":\"FR7157\",\"arrival\":\"11:05\",\"state\":\"gate-closed\","
                        + "\"scheduled\":\"2026-11-27T10:05:00Z\",\"belt\":\"7\"}");
        assertThat(service.metric("flightboard_feed_bent_total{field=\"gate\",how=\"dropped\"}"))
                .isEqualTo(2);
        assertThat(service.metric("flightboard_feed_bent_total{field=\"state\",how=\"changed\"}"))
                .isEqualTo(1);
        assertThat(service.replica.log().lines().filter(line -> line.contains("field=gate")))
                .singleElement()
                .asString()
                .contains("Field dropped", "value=\"{\\\"name\\\":\\\"B7\\\\u001b\\\"}\"", "record=" + service.topic);
    }

    @Test
    void anEmptyValueAndTheWordNullRemoveAFlight() {
        for (String nothing : new String[] {"", "null"}) {
            service.show("R1", "landing");

            service.kafka.send(service.topic, "R1", nothing);

            Wait.until("removal", () -> service.replica.get("/flights/R1").statusCode() == 404);
        }
    }

    @Test
    void everyGoodRecordIsOnTheBoardAndEveryBadOneAccountedForOnce() {
        SplittableRandom random = new SplittableRandom(1);
        TestKafka kafka = service.kafka;
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String good = "{\"flight\":\"%s\",\"state\":\"%s\",\"gate\":%s}"
                    .formatted("g " + i, random.nextBoolean() ? "Landed" : "landing", json(random));
            records.add(new ProducerRecord<>(service.topic, ("G" + i).getBytes(UTF_8), good.getBytes(UTF_8)));
            byte[] bad = new byte[1 + random.nextInt(200)];
            random.nextBytes(bad);
            records.add(new ProducerRecord<>(service.topic, ("X" + i).getBytes(UTF_8), bad));
        }
        kafka.sendAll(records);

        Wait.until("all records", () -> rejected() >= EACH && service.metric("flightboard_board_flights") >= EACH);

        assertThat(onBoard()).isEqualTo(EACH);
        assertThat(rejected()).isEqualTo(EACH);
        Wait.until(
                "all copies", () -> kafka.records(service.topic + ".rejected").size() >= EACH);
        assertThat(kafka.records(service.topic + ".rejected")).hasSize(EACH);
        assertThat(service.replica.log().lines().filter(line -> line.contains("Record rejected")))
                .hasSizeLessThan(10);
    }

    private static String json(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> "null";
            case 1 -> "[".repeat(1500) + "]".repeat(1500);
            case 2 -> "7";
            case 3 -> "\"\\ud83d\\u0000\"";
            case 4 -> "{\"a\":[{}]}";
            default -> "9".repeat(1 + random.nextInt(2000));
        };
    }

    private static long onBoard() {
        return service.replica.get("/flights").body().split("\"id\":\"G", -1).length - 1;
    }

    private static double rejected() {
        return service.replica
                .metrics()
                .lines()
                .filter(line -> line.startsWith("flightboard_feed_rejected_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
