# What a mail seems to be.
reading-bounced = not delivered
reading-delayed = not delivered yet
reading-delivered = delivered, says the mail server
reading-automatic-reply = automatic reply
reading-unclear = to be read
# Why a mail belongs to a case.
match-thread = it answers a message of this case
match-reference = it has the reference of this case
match-reference-and-sender = it has the reference of this case and comes from the company
match-sender = it comes from the company, and this is the only case with it
