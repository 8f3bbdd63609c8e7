package dev.tradesuite.launcher.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it hears. */
final class RecordingListener implements RunListener {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void ready(Part part, Duration took) {
        heard.add("ready " + part.name());
    }

    @Override
    public void tradesReady(List<Part> others) {
        heard.add("trades ready before " + others.stream().map(Part::name).toList());
    }

    @Override
    public void allReady() {
        heard.add("all ready");
    }

    @Override
    public void stopped(Part part) {
        heard.add("stopped " + part.name());
    }

    @Override
    public void stopFailed(Part part, String reason) {
        heard.add("stop failed " + part.name() + ": " + reason);
    }

    @Override
    public void died(Part part, String reason, String consequence) {
        heard.add("died " + part.name() + ": " + (reason.isEmpty() ? "" : reason + "; ") + consequence);
    }

    @Override
    public void repaired(String part, String what) {
        heard.add("repaired " + part + ": " + what);
    }

    @Override
    public void restarted(Part part, Duration took) {
        heard.add("restarted " + part.name());
    }
}
