# Le nom de chaque sorte d’enregistrement : une clé par `kind` de src/import/recipes, et pour les lignes qu’aucune recette ne connaît.
kind-ad-click = publicités cliquées
kind-address = adresses de livraison
kind-advertiser-list = annonceurs qui vous ont sur une liste
kind-basket-item = articles mis au panier
kind-discount = remises
kind-login = connexions
kind-opt-out = choix publicitaires
kind-order = articles commandés
kind-profile = profil
kind-purchase-line = articles achetés en magasin
kind-refund = remboursements
kind-return = retours
kind-row = entrées
kind-search = recherches
kind-search-metric = statistiques de recherche
kind-segment = segments
kind-third-party-segment = segments fournis par des tiers
