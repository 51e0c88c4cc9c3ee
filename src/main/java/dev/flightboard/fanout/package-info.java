/** Board to subscribers: what is told to whom, encoded once for all who are told the same. Knows nothing of HTTP. */
package dev.flightboard.fanout;
