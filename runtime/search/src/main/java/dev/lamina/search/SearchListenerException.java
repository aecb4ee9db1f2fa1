package dev.lamina.search;

/** Thrown by a search that a listener ended: its cause is what the listener threw. */
public final class SearchListenerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SearchListenerException(Throwable cause) {
    super("A listener of the search failed: " + cause, cause);
  }
}
