package dev.daybook.examples.desk.wallet;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.daybook.examples.desk.wallet.WalletCommand.ChangeBalance;
import dev.daybook.examples.desk.wallet.WalletCommand.ConnectWallet;
import dev.daybook.examples.desk.wallet.WalletCommand.DisconnectWallet;
import dev.daybook.examples.desk.wallet.WalletEvent.BalanceChanged;
import dev.daybook.examples.desk.wallet.WalletEvent.WalletConnected;
import dev.daybook.examples.desk.wallet.WalletEvent.WalletDisconnected;
import dev.daybook.examples.desk.wallet.WalletRejection.AlreadyConnected;
import dev.daybook.examples.desk.wallet.WalletRejection.AlreadyDisconnected;
import dev.daybook.examples.desk.wallet.WalletRejection.NotConnected;
import dev.daybook.examples.desk.wallet.WalletRejection.WouldBeNegative;
import dev.daybook.examples.desk.wallet.WalletState.Status;
import dev.daybook.testkit.scenario.Scenario;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalletTest {

    private static final WalletConnected CONNECTED = new WalletConnected("Alice", "bank");
    private static final BalanceChanged DEPOSIT = new BalanceChanged("USD", n("100.00"), n("100.00"), "deposit");
    private static final WalletDisconnected GONE = new WalletDisconnected("account closed");

    private final Scenario<WalletCommand, WalletState, WalletEvent, WalletRejection> wallet = Scenario.of(new Wallet());

    @Test
    void a_wallet_connects_once() {
        ConnectWallet connect = new ConnectWallet("Alice", "bank");
        wallet.given().when(connect).then(CONNECTED).thenState(new WalletState(Status.CONNECTED, "Alice", Map.of(), 0));
        wallet.given(CONNECTED).when(connect).thenRejected(new AlreadyConnected());
        wallet.given(CONNECTED, GONE).when(connect).thenRejected(new AlreadyDisconnected());
    }

    @Test
    void a_wallet_disconnects_once() {
        DisconnectWallet disconnect = new DisconnectWallet("account closed");
        wallet.given(CONNECTED).when(disconnect).then(GONE);
        wallet.given().when(disconnect).thenRejected(new NotConnected());
        wallet.given(CONNECTED, GONE).when(disconnect).thenRejected(new AlreadyDisconnected());
    }

    @Test
    void a_change_holds_the_balance_it_leads_to() {
        wallet.given(CONNECTED, DEPOSIT)
                .when(new ChangeBalance("USD", n("-30.25"), "bought AMZN"))
                .then(new BalanceChanged("USD", n("-30.25"), n("69.75"), "bought AMZN"))
                .thenState(new WalletState(Status.CONNECTED, "Alice", Map.of("USD", n("69.75")), 2));
    }

    @Test
    void balances_of_two_currencies_are_apart() {
        wallet.given(CONNECTED, DEPOSIT)
                .when(new ChangeBalance("EUR", n("5"), "deposit"))
                .thenState(new WalletState(Status.CONNECTED, "Alice", Map.of("USD", n("100.00"), "EUR", n("5")), 2));
    }

    @Test
    void a_balance_may_become_zero_but_never_negative() {
        wallet.given(CONNECTED, DEPOSIT)
                .when(new ChangeBalance("USD", n("-100.00"), "withdrawal"))
                .then(new BalanceChanged("USD", n("-100.00"), n("0.00"), "withdrawal"));
        wallet.given(CONNECTED, DEPOSIT)
                .when(new ChangeBalance("USD", n("-100.01"), "withdrawal"))
                .thenRejected(new WouldBeNegative("USD", n("100.00"), n("-100.01")));
        wallet.given(CONNECTED)
                .when(new ChangeBalance("EUR", n("-1"), "withdrawal"))
                .thenRejected(new WouldBeNegative("EUR", n("0"), n("-1")));
    }

    @Test
    void a_wallet_that_is_not_connected_changes_no_balance() {
        ChangeBalance deposit = new ChangeBalance("USD", n("1"), "deposit");
        wallet.given().when(deposit).thenRejected(new NotConnected());
        wallet.given(CONNECTED, GONE).when(deposit).thenRejected(new AlreadyDisconnected());
    }

    @Test
    void a_change_of_nothing_is_no_command() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeBalance("USD", n("0.00"), "nothing"))
                .withMessage("amount of the change 0.00 is not above 0");
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
