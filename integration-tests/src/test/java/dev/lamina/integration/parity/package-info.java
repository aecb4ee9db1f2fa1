/**
 * The parity table: every word of Lamina against its formula, written once more in plain Java, and
 * beside it what DL4J's own word gives at its defaults.
 */
package dev.lamina.integration.parity;
