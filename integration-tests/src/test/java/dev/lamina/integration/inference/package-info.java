/** Tests of plain models beside the real backend, and without it. */
package dev.lamina.integration.inference;
