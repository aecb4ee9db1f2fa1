package dev.lamina.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** All listeners of a search as one, which is told one thing at a time until it fails. */
final class SearchListeners implements SearchListener {

  private final List<SearchListener> listeners;
  private volatile Optional<Throwable> failure = Optional.empty();

  SearchListeners(List<SearchListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void searchStarted(Start start) {
    tell(each -> each.searchStarted(start));
  }

  @Override
  public void trialStarted(Trial trial) {
    tell(each -> each.trialStarted(trial));
  }

  @Override
  public void trialReported(Trial trial) {
    tell(each -> each.trialReported(trial));
  }

  @Override
  public void trialEnded(Trial trial) {
    tell(each -> each.trialEnded(trial));
  }

  @Override
  public void searchEnded(SearchResult result) {
    tell(each -> each.searchEnded(result));
  }

  /** Whether one of them has thrown something; waits for none that hears something now. */
  boolean hasFailed() {
    return failure.isPresent();
  }

  /** Throws what one of them threw, if one did. */
  void requireNoFailure() {
    failure.ifPresent(
        cause -> {
          throw new SearchListenerException(cause);
        });
  }

  /** A trial is not to fail for what a listener throws: that ends the search. */
  private synchronized void tell(Consumer<SearchListener> news) {
    if (failure.isPresent()) {
      return;
    }
    try {
      listeners.forEach(news);
    } catch (Throwable thrown) {
      failure = Optional.of(thrown);
    }
  }
}
