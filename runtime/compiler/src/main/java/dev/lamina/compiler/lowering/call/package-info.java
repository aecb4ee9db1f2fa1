/**
 * Native operations of ND4J whose arguments are laid out once, and the host's memory of its arrays.
 */
package dev.lamina.compiler.lowering.call;
