package dev.daybook.examples.demo.plan;

import dev.daybook.examples.demo.plan.Action.ToSettings;
import dev.daybook.examples.demo.plan.Action.ToWallet;
import dev.daybook.examples.desk.setting.ChangeSetting;
import dev.daybook.examples.desk.setting.Settings;
import dev.daybook.examples.desk.wallet.WalletCommand.ChangeBalance;
import dev.daybook.examples.desk.wallet.WalletCommand.ConnectWallet;
import java.math.BigDecimal;
import java.util.List;

/** Who does not trade: the treasury, whose wallet changes all the time, and the risk office, which changes settings. */
final class OfficePlan {

    static final String TREASURY_WALLET = "wallet_treasury";

    private static final List<List<String>> SETTINGS = List.of(
            List.of("fee_rate", "0.0012", "0.0010"),
            List.of("max_order_quantity", "800", "1000"),
            List.of("risk_limit", "300000", "250000"),
            List.of("trading", "closed", "open"));

    private OfficePlan() {}

    static Script treasury(int quota, long seed) {
        Script script = new Script("treasury", quota, seed);
        String correlation = "demo-" + TREASURY_WALLET;
        script.add(1, correlation, null, new ToWallet(TREASURY_WALLET, new ConnectWallet("treasury", "central bank")));
        double pace = Market.OPEN_SECONDS / quota;
        BigDecimal balance = BigDecimal.ZERO;
        while (script.left() > 0) {
            BigDecimal fee = BigDecimal.valueOf(500 + script.random().nextInt(9_500), 2);
            boolean paysOut = balance.compareTo(BigDecimal.valueOf(20_000)) > 0;
            BigDecimal change = paysOut ? BigDecimal.valueOf(-15_000_00L, 2) : fee;
            balance = balance.add(change);
            String reason = paysOut ? "paid to the partners" : "fees of trades";
            script.add(
                    1 + (quota - script.left()) * pace,
                    correlation,
                    null,
                    new ToWallet(TREASURY_WALLET, new ChangeBalance("USD", change, reason)));
        }
        return script;
    }

    static Script risk(int quota, long seed) {
        Script script = new Script("risk-office", quota, seed);
        double pace = Market.OPEN_SECONDS / quota;
        for (int i = 0; i < quota; i++) {
            List<String> setting = SETTINGS.get(i % SETTINGS.size());
            String value = setting.get(1 + i / SETTINGS.size() % 2);
            script.add(
                    i * pace,
                    "demo-" + Settings.ID,
                    null,
                    new ToSettings(Settings.ID, new ChangeSetting(setting.getFirst(), value)));
        }
        return script;
    }
}
