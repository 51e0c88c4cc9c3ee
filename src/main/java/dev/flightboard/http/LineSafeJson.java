package dev.flightboard.http;

import com.fasterxml.jackson.core.JsonpCharacterEscapes;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Has Jackson escape what ends a line for some clients, though not in JSON: U+2028 and U+2029. */
@Singleton
class LineSafeJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.getFactory().setCharacterEscapes(JsonpCharacterEscapes.instance());
    }
}
