package dev.daybook.torture.kill;

import dev.daybook.torture.engine.Engine;
import dev.daybook.torture.engine.Shell;
import dev.daybook.torture.engine.Site;
import java.util.List;
import java.util.Random;

/** A process of a server's that serves somebody or all, killed as the operating system would; with MariaDB, a session. */
final class Victims {

    private Victims() {}

    static void killOne(Site site, Random random) {
        if (site.engine() == Engine.POSTGRESQL) {
            List<ProcessHandle> processes = site.server().process().children().toList();
            processes.get(random.nextInt(processes.size())).destroyForcibly();
            return;
        }
        try (Shell shell = Shell.on(site)) {
            List<String> sessions = shell.query("select id from information_schema.processlist"
                    + " where id <> connection_id() and user = 'daybook'");
            if (!sessions.isEmpty()) {
                shell.executeIfPossible("kill " + sessions.get(random.nextInt(sessions.size())));
            }
        }
    }
}
