package dev.daybook.examples.life;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** A desk that places orders until it is killed, and prints each that it has placed. */
final class DeskMain {

    private static final Duration PACE = Duration.ofMillis(100);

    private DeskMain() {}

    /**
     * Trades.
     *
     * @param arguments the file, and a seed
     * @throws InterruptedException never, since nobody interrupts it
     */
    public static void main(String[] arguments) throws InterruptedException {
        Random random = new Random(Long.parseLong(arguments[1]));
        try (Desk desk = new Desk(Path.of(arguments[0]))) {
            while (true) {
                System.out.println(desk.place(random));
                System.out.flush();
                var unused =
                        desk.trades.consumer().awaitPosition(desk.storage.log().head(), PACE);
            }
        }
    }
}
