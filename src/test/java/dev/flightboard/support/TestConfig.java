package dev.flightboard.support;

import dev.flightboard.FlightboardConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The service's settings without the service. */
public final class TestConfig {

    private TestConfig() {}

    /** The defaults, but for those given as {@code stream.write-timeout=1s}. */
    public static FlightboardConfig with(String... settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(FlightboardConfig.class)
                .withDefaultValues(Arrays.stream(settings)
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> "flightboard." + each[0], each -> each[1])))
                .build()
                .getConfigMapping(FlightboardConfig.class);
    }
}
