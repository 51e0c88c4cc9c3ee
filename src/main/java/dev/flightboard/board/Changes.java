package dev.flightboard.board;

import java.util.List;

/**
 * What a subscriber must be told to hold the board of the given head: each flight at most once, with its newest state.
 *
 * @param reset true where the subscriber must first forget what it holds; then these are all flights of the board
 * @param upTo the head whose board the subscriber then holds
 */
public record Changes(boolean reset, List<Change> all, Head upTo) {}
