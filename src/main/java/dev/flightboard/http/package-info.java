/** Subscribers to browsers: the resources, who is let in, and the writing of each stream to its connection. */
package dev.flightboard.http;
