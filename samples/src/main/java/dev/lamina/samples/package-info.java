/** Runnable samples, one idea each, and the launcher that names them. */
package dev.lamina.samples;
