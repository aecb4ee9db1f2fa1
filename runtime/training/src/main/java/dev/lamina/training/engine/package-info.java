/** Where DL4J runs: the only importer of ComputationGraph and of ND4J's arrays. */
package dev.lamina.training.engine;
