/** Which backend computes on machines that are simulated. */
package dev.lamina.integration.backend;
