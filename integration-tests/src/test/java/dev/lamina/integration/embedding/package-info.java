/** Lamina packed and started as applications are. */
package dev.lamina.integration.embedding;
