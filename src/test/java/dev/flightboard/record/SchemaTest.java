package dev.flightboard.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One corpus of good, bent and bad records, tried on the published schema and on the code: they agree, or the corpus says why
 * not. Bent is what the code shows and the schema refuses.
 */
class SchemaTest {

    private static final Path SCHEMA =
            Path.of("src/main/resources/META-INF/resources/contract/flight-state.schema.json");
    private static final Path CORPUS = Path.of("src/test/resources/records.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema schema = schema();

    static List<JsonNode> corpus() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS)) records.add(JSON.readTree(line));
        return records;
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theCodeTakesARecordForWhatItIs(JsonNode record) {
        assertThat(byTheCode(record.get("value").toString()))
                .isEqualTo(record.get("is").asText());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theSchemaAgreesWithTheCodeOrTheCorpusSaysWhyNot(JsonNode record) {
        boolean good = schema.validate(record.get("value").toString(), InputFormat.JSON)
                .isEmpty();

        boolean byTheCode = record.get("is").asText().equals("good");
        assertThat(good).isEqualTo(record.has("because") ? !byTheCode : byTheCode);
    }

    @Test
    void theSchemaHasTheFieldsThatAreRead() throws IOException {
        JsonNode properties = JSON.readTree(SCHEMA.toFile()).get("properties");

        assertThat(properties.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(Field.titles());
    }

    private static String byTheCode(String value) {
        try {
            return Records.read(value.getBytes(UTF_8)).bent().isEmpty() ? "good" : "bent";
        } catch (Rejection rejection) {
            return "bad";
        }
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
