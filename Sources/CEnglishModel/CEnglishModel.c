#include "CEnglishModel.h"
