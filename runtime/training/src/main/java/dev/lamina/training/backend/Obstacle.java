package dev.lamina.training.backend;

/**
 * Why something cannot compute.
 *
 * @param text what was found, as a clause
 * @param fix what to do, as a sentence without its end
 */
public record Obstacle(String text, String fix) {}
