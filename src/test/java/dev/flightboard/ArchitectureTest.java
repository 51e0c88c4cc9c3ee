package dev.flightboard;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.flightboard", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /**
     * {@code record ◀─ feed ─▶ board ◀─ fanout ◀─ http}, all {@code ─▶ flight}; nobody depends on the connections, the
     * simulator or the broker; {@code command ─▶ bridge ─▶ record}.
     */
    @ArchTest
    static final ArchRule thePictureHolds = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.flightboard..")
            .layer("flight")
            .definedBy("dev.flightboard.flight..")
            .layer("record")
            .definedBy("dev.flightboard.record..")
            .layer("board")
            .definedBy("dev.flightboard.board..")
            .layer("feed")
            .definedBy("dev.flightboard.feed..")
            .layer("fanout")
            .definedBy("dev.flightboard.fanout..")
            .layer("http")
            .definedBy("dev.flightboard.http..")
            .layer("connection")
            .definedBy("dev.flightboard.connection..")
            .layer("simulator")
            .definedBy("dev.flightboard.simulator..")
            .layer("bridge")
            .definedBy("dev.flightboard.bridge..")
            .layer("command")
            .definedBy("dev.flightboard.command..")
            .layer("broker")
            .definedBy("dev.flightboard.broker..")
            .whereLayer("flight")
            .mayOnlyBeAccessedByLayers("record", "board", "feed", "fanout", "http", "simulator", "bridge", "command")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("feed", "bridge", "command")
            .whereLayer("board")
            .mayOnlyBeAccessedByLayers("feed", "fanout", "http")
            .whereLayer("feed")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("fanout")
            .mayOnlyBeAccessedByLayers("http")
            .whereLayer("http")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("connection")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("simulator")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bridge")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("command")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("broker")
            .mayNotBeAccessedByAnyLayer()
            // The root: settings, which every part reads, and what ties the parts together.
            .ignoreDependency(resideInAnyPackage("dev.flightboard"), alwaysTrue());

    /** Jackson's core writes its JSON, which is the same in the topic and in every answer; it is a format, no framework. */
    @ArchTest
    static final ArchRule flightIsPure = classes()
            .that()
            .resideInAPackage("dev.flightboard.flight..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.flightboard.flight..", "java..", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.flightboard.(*)..").should().beFreeOfCycles();
}
