"""What files of office programs have in common: their texts, their page feet, their archives."""
