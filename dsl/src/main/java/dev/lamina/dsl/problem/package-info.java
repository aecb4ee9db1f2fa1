/** What is wrong with a description, said in three parts: where, expected and came, what to do. */
package dev.lamina.dsl.problem;
