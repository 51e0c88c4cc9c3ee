/** What the service is deployed and operated by, held against the code: manifests, image, gateway, documents, alerts. */
package dev.flightboard.deploy;
