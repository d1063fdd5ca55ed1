# What a kind of record is called; a key for every `kind` of src/import/recipes, and for rows no recipe knows.
kind-ad-click = advertisements clicked
kind-address = delivery addresses
kind-advertiser-list = advertisers who have you on a list
kind-basket-item = items put in the basket
kind-discount = discounts
kind-login = log-ins
kind-opt-out = advertising choices
kind-order = items ordered
kind-profile = profile
kind-purchase-line = items bought in a shop
kind-refund = refunds
kind-return = returns
kind-row = entries
kind-search = searches
kind-search-metric = figures about searches
kind-segment = segments
kind-third-party-segment = segments supplied by third parties
