package dev.flightboard.simulator;

import java.util.Arrays;

/** An invented airline of the demo: the letter its designators begin with, its terminal, the cities it comes from. */
enum Airline {
    ATLANTIC('A', "Atlantic Airways", "1", "London", "Dublin", "Lisbon", "Buenos Aires"),
    DANUBE('D', "Danube Air", "2", "Berlin", "Vienna", "Budapest", "Zurich"),
    GINZA('G', "Ginza Airlines", "3", "Tokyo", "Osaka", "Seoul", "Singapore"),
    ITALICA('I', "Italica", "2", "Rome", "Milan", "Athens", "Madrid"),
    NORTHERN('N', "Northern Lights", "1", "Oslo", "Helsinki", "Stockholm", "Reykjavik"),
    UNION('U', "Union Air Lines", "3", "New York", "Chicago", "Toronto", "Boston");

    final char letter;
    final String title;
    final String terminal;
    final String[] cities;

    Airline(char letter, String title, String terminal, String... cities) {
        this.letter = letter;
        this.title = title;
        this.terminal = terminal;
        this.cities = cities;
    }

    static Airline of(String flight) {
        return Arrays.stream(values())
                .filter(airline -> airline.letter == flight.charAt(0))
                .findFirst()
                .orElseThrow();
    }

    /** The airline that sells seats on this one's flights under its own designators. */
    Airline partner() {
        return values()[(ordinal() + 1) % values().length];
    }
}
